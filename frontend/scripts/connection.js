// The notice of a lost connection: Flow gives it its words for a line that is down, this those for one that is back. Flow does
// not take the notice away when the line broke during a request; so this looks itself whether the portal can be reached again.
(() => {
  'use strict';

  const PAUSE = 1500;

  customElements.whenDefined('vaadin-connection-indicator').then(() => {
    const { connectionState: line, connectionIndicator: notice } = window.Vaadin ?? {};
    if (!line || !notice) return;
    notice.setAttribute('role', 'status');

    const idle = () => Object.values(window.Vaadin.Flow?.clients ?? {}).every(client => !client.isActive?.());
    const reached = () => fetch('icons/logo.svg', { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);
    let waiting;

    const look = async () => {
      const back = line.offline && (await reached()) && idle();
      waiting = undefined;
      if (back) line.state = 'connected';
      else wait();
    };
    const wait = () => {
      if (line.offline) waiting ??= setTimeout(look, PAUSE);
    };
    line.addStateChangeListener(() => {
      notice.onlineText = document.body.dataset.connectionBack ?? notice.onlineText;
      wait();
    });
  });

  // The notice that somebody has been signed out is a box to click on; by key it is reached like a button.
  new MutationObserver(changes => {
    const box = changes.flatMap(change => [...change.addedNodes]).find(added => added.matches?.('.v-system-error'));
    if (!box) return;
    box.setAttribute('role', 'button');
    box.tabIndex = 0;
    box.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') box.click();
    });
    box.focus();
  }).observe(document.body, { childList: true });
})();
