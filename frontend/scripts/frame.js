// The skip link leads to the page, and so does the keyboard when what had the focus went with the page before.
(() => {
  const toPage = () => {
    const page = document.querySelector('vaadin-app-layout > main');
    page?.setAttribute('tabindex', '-1');
    page?.focus({ preventScroll: true });
  };
  document.addEventListener('click', event => {
    if (event.target.closest?.('.skip-link')) toPage();
  });
  let shown = document.querySelector('vaadin-app-layout > main');
  new MutationObserver(() => {
    const page = document.querySelector('vaadin-app-layout > main');
    if (page && shown && page !== shown && document.activeElement === document.body) toPage();
    shown = page ?? shown;
  }).observe(document.querySelector('vaadin-app-layout') ?? document.body, { childList: true });
})();
