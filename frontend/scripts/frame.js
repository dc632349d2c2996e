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

// What a button opened gives the focus back to it, before the server takes it away.
document.addEventListener('closed', event => {
  const at = document.activeElement;
  if (event.target.localName === 'vaadin-popover' && (at === document.body || event.target.contains(at))) {
    event.target.target?.focus();
  }
}, true);

// A field's button copies what is in it, and tells the server how that went; without a clipboard the field is marked to be copied by key.
document.addEventListener('click', event => {
  const button = event.target.closest?.('.copies');
  const field = button?.closest('vaadin-text-field');
  if (!field) return;
  const tell = how => button.dispatchEvent(new CustomEvent(how));
  const byKey = () => {
    field.inputElement.focus();
    field.inputElement.select();
    tell(document.execCommand('copy') ? 'copied' : 'not-copied');
  };
  (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(() => tell('copied'), byKey);
});

// Inside a grid: on a narrow screen only the columns stay that are told to, if any are; the first of them says what the others
// would. Else, columns that are told to give way do, in their order, until the rest has room.
customElements.get('narrow-grid') || customElements.define('narrow-grid', class extends HTMLElement {
  #narrow = matchMedia('(width < 48rem)');
  #sizes = new ResizeObserver(() => requestAnimationFrame(this.#fit));
  #fit = () => {
    const grid = this.parentElement;
    if (!grid) return;
    const columns = [...grid.querySelectorAll('vaadin-grid-column, vaadin-grid-flow-selection-column')];
    columns.filter(column => column.dataset.narrow).forEach(column => {
      column.dataset.wide ??= column.width;
      column.width = this.#narrow.matches ? column.dataset.narrow : column.dataset.wide;
    });
    const gone = this.#narrow.matches && columns.some(column => column.dataset.narrow)
      ? columns.filter(column => column.localName === 'vaadin-grid-column' && column.dataset.narrow === undefined)
      : this.#withoutRoom(columns, grid.shadowRoot?.querySelector('table')?.clientWidth || grid.clientWidth);
    columns.forEach(column => column.hidden = gone.includes(column));
    grid.dataset.gave = gone.map(column => column.dataset.gives?.split(' ')[1] ?? '').join(' ').trim();
  };

  #withoutRoom(columns, room) {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const width = column => parseFloat(column.width) * (`${column.width}`.endsWith('rem') ? rem : 1);
    let wanted = columns.reduce((sum, column) => sum + width(column), 0);
    return columns.filter(column => column.dataset.gives)
      .sort((one, other) => parseInt(one.dataset.gives) - parseInt(other.dataset.gives))
      .filter(column => wanted > room && (wanted -= width(column)) > 0);
  }

  connectedCallback() {
    this.#narrow.addEventListener('change', this.#fit);
    this.#sizes.observe(this.parentElement);
    requestAnimationFrame(this.#fit);
  }

  disconnectedCallback() {
    this.#narrow.removeEventListener('change', this.#fit);
    this.#sizes.disconnect();
  }
});
