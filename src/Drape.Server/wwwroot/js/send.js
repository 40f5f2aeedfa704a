// Requests that change something: they carry the page's token, which no other site's page knows.

/** The page's token. */
export function token() {
  return document.querySelector('meta[name="drape-token"]').content;
}

/** fetch() with the token. */
export function send(address, options = {}) {
  return fetch(address, { ...options, headers: { ...options.headers, 'X-Drape-Token': token() } });
}

/** Sends a form, as the button that was pressed would, without leaving the page. */
export async function keepForm(form, submitter) {
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, submitter), redirect: 'manual' });
  if (answer.type !== 'opaqueredirect' && !answer.ok) {
    throw new Error(`${form.action} answered ${answer.status}`);
  }
}
