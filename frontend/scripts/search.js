// The search of the top bar, as far as it must not wait for the server: "/" and Ctrl+K go there, the arrows choose, Enter
// takes, Escape goes back to where one was. The list itself comes from the server, marked with what it was made for.
(() => {
  'use strict';

  let cameFrom = null;
  let takeWhenThere = false;

  const box = () => document.querySelector('.search-box');
  const field = () => box()?.querySelector('input');
  const list = () => box()?.querySelector('.search-list');
  const options = () => [...(list()?.querySelectorAll('[role=option]') ?? [])];
  const active = () => options().find((option) => option.ariaSelected === 'true');

  const mark = (option) => {
    options().forEach((other) => other.setAttribute('aria-selected', String(other === option)));
    if (option) {
      field().setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      field().removeAttribute('aria-activedescendant');
    }
  };

  /** With nothing typed, Enter must not do whatever happens to stand first. */
  const markFirst = () => mark(field().value.trim() ? options()[0] : undefined);

  const show = (open) => {
    const was = box().classList.contains('open');
    box().classList.toggle('open', open);
    field().setAttribute('aria-expanded', String(open));
    if (open && !was) {
      markFirst();
    }
  };

  const leave = (back) => {
    const from = cameFrom;
    show(false);
    field().blur();
    if (back && from?.isConnected) {
      from.focus();
    }
  };

  const isWriting = (event) => event.composedPath()[0].matches?.('input, textarea, select, [contenteditable]');

  const fresh = () => list().dataset.for === field().value;

  const take = () => {
    takeWhenThere = !fresh();
    if (!takeWhenThere) {
      active()?.click();
    }
  };

  const move = (by) => {
    const all = options();
    const at = all.indexOf(active());
    mark(at < 0 && by < 0 ? all.at(-1) : all[(at + by + all.length) % all.length]);
  };

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: take,
    Escape: () => leave(true),
  };

  document.addEventListener('keydown', (event) => {
    const commandKey = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event);
    if (field() && (commandKey || slash)) {
      event.preventDefault();
      field().focus();
      field().select();
    } else if (event.target === field() && keys[event.key] && !event.isComposing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      show(true);
      keys[event.key]();
    }
  }, true);

  document.addEventListener('focusin', (event) => {
    if (event.target === field()) {
      cameFrom = event.relatedTarget;
      show(true);
    }
  });

  document.addEventListener('focusout', (event) => {
    if (event.target === field()) {
      show(false);
      takeWhenThere = false;
    }
  });

  document.addEventListener('input', (event) => event.target === field() && show(true));

  // A press on the list must not take the focus from the field before the click has come.
  document.addEventListener('mousedown', (event) => event.target.closest?.('.search-list') && event.preventDefault());

  document.addEventListener('click', (event) => event.target.closest?.('.search-list [role=option]') && leave(false));

  new MutationObserver((changes) => {
    if (!changes.some((change) => list()?.contains(change.target))) {
      return;
    }
    markFirst();
    if (takeWhenThere && fresh()) {
      take();
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-for'] });
})();
