// A grid holds the rows on screen only. Before a page is printed, all lines of an invoice are fetched through its own door
// and put into the plain table that waits for them; afterwards they are let go.
(() => {
  'use strict';

  const tables = () => document.querySelectorAll('table.print-lines');

  /** The page is printed as soon as this event is over, so there is no waiting for an answer that comes later. */
  const fetched = (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url, false);
    request.setRequestHeader('Accept', 'application/json');
    request.send();
    return request.status === 200 ? JSON.parse(request.responseText).lines ?? [] : [];
  };

  const money = ({ currency, value }) => {
    const decimals = (value.split('.')[1] ?? '').length;
    const format = new Intl.NumberFormat(document.documentElement.lang || 'en', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return `${format.format(value)}\u00a0${currency}`;
  };

  const row = (line) => {
    const cells = [line.sectionName, line.service, line.serviceCategory, line.chargeCategory, line.publisher];
    const tr = document.createElement('tr');
    [...cells, money(line.amount)].forEach((text) => {
      tr.insertCell().textContent = text;
    });
    tr.lastElementChild.className = 'number';
    return tr;
  };

  window.addEventListener('beforeprint', () =>
    tables().forEach((table) => {
      const lines = fetched(table.dataset.lines);
      table.tBodies[0].replaceChildren(...lines.map(row));
      table.classList.toggle('filled', lines.length > 0);
    }));
  window.addEventListener('afterprint', () => tables().forEach((table) => table.tBodies[0].replaceChildren()));
})();
