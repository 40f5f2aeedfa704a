// Sends photos. XMLHttpRequest because fetch does not say how far an upload has come.
import { token } from './send.js';

const tries = 4;

/** What the server makes of a photo; throws the server's problem, or null where no server answered or it was stopped. */
export async function upload(address, photo, name, onProgress, signal) {
  const form = new FormData();
  form.append('photo', photo, name);
  for (let attempt = 1; ; attempt++) {
    const { status, body, wait } = await post(address, form, onProgress, signal);
    if (status === 200) {
      return body;
    }

    if ((status !== 429 && status !== 503) || attempt === tries) {
      throw body;
    }

    await new Promise(done => setTimeout(done, wait * 1000 * attempt));
  }
}

/** Posts a form once: its status, its answer and for how many seconds to wait; rejects with null without an answer. */
export async function post(address, form, onProgress, signal) {
  const request = await ask(address, form, 'json', onProgress, signal);
  return { status: request.status, body: request.response, wait: Number(request.getResponseHeader('Retry-After')) || 1 };
}

/** Posts the form of a page: where to go from there, or the page that came back; rejects with null without an answer. */
export async function postPage(address, form, onProgress) {
  const request = await ask(address, form, 'document', onProgress, undefined, { Prefer: 'return=minimal' });
  const made = request.getResponseHeader('Location');
  return made ? { address: made, page: null } : { address: request.responseURL, page: request.response };
}

function ask(address, form, type, onProgress, signal, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('X-Drape-Token', token());
    request.setRequestHeader('Accept', type === 'json' ? 'application/json' : 'text/html');
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }

    request.responseType = type;
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.upload.onload = () => onProgress(1);
    request.onerror = request.ontimeout = request.onabort = () => reject(null);
    // What was made has no body, which a browser that is asked for it takes for broken XML.
    request.onload = () => request.status === 201 || request.response ? resolve(request) : reject(null);
    signal?.addEventListener('abort', () => request.abort());
    if (signal?.aborted) {
      reject(null);
    } else {
      request.send(form);
    }
  });
}
