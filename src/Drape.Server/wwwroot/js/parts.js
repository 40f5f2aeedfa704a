// Parts of pages that htmx exchanges: what came back in their place is looked at before it is put there.
const mishap = document.getElementById('mishap');

function tell(kind) {
  mishap.textContent = mishap.dataset[kind];
}

/** Whether the answer has what is to take the part's place. */
function brings({ xhr, requestConfig }) {
  const wanted = requestConfig.elt.closest('[hx-select]')?.getAttribute('hx-select');
  return !wanted || new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector(wanted) !== null;
}

document.addEventListener('htmx:beforeRequest', () => mishap.textContent = '');

document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  // A form that comes back with what is wrong in it is an answer like any other.
  if (detail.xhr.status === 422 && brings(detail)) {
    detail.shouldSwap = true;
    detail.isError = false;
  } else if (detail.shouldSwap && !brings(detail)) {
    detail.shouldSwap = false;
    tell('fault');
  }
});

document.addEventListener('htmx:responseError', ({ detail }) =>
  tell([429, 503].includes(detail.xhr.status) ? 'busy' : 'fault'));
document.addEventListener('htmx:sendError', () => tell('away'));

// One goes on where something is wrong.
document.addEventListener('htmx:afterSettle', ({ target }) => target.querySelector('[aria-invalid="true"]')?.focus());
