// The notice of a lost connection: Flow gives it its words for a line that is down, this those for one that is back.
(() => {
  'use strict';

  customElements.whenDefined('vaadin-connection-indicator').then(() => {
    const words = document.body.dataset.connectionBack;
    const indicator = window.Vaadin?.connectionIndicator;
    if (words && indicator) {
      indicator.onlineText = words;
    }
  });
})();
