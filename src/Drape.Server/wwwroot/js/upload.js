// Sends a photo. XMLHttpRequest because fetch does not say how far an upload has come.
const address = '/api/v1/photos/analyze';
const tries = 4;

/** The reading; throws the server's problem, or null where no server answered. */
export async function upload(photo, name, onProgress) {
  for (let attempt = 1; ; attempt++) {
    const { status, body, wait } = await send(photo, name, onProgress);
    if (status === 200) {
      return body;
    }

    if ((status !== 429 && status !== 503) || attempt === tries) {
      throw body;
    }

    await new Promise(done => setTimeout(done, wait * 1000 * attempt));
  }
}

function send(photo, name, onProgress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('photo', photo, name);
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.upload.onload = () => onProgress(1);
    request.onerror = request.ontimeout = request.onabort = () => reject(null);
    request.onload = () => request.response
      ? resolve({
        status: request.status,
        body: request.response,
        wait: Number(request.getResponseHeader('Retry-After')) || 1,
      })
      : reject(null);
    request.send(form);
  });
}
