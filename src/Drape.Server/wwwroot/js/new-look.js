// The photo of a new look, whichever way it comes, is shown, made smaller and sent with its progress. Without this the form
// does it by itself.
import { takeIn } from './intake.js';
import { make } from './make.js';
import { shrink } from './shrink.js';
import { postPage } from './upload.js';

const form = document.getElementById('post-form');
const shown = form.querySelector('.photo-chosen');
const choose = document.getElementById('choose');
const send = document.getElementById('post-send');
const sending = document.getElementById('post-sending');
const words = sending.dataset;
let photo = null;

for (const element of form.querySelectorAll('[data-with-script]')) {
  element.hidden = false;
}

form.querySelector('[data-without-script]').remove();

takeIn(files => {
  const given = [...files].find(file => file.type === '' || file.type.startsWith('image/'));
  if (!given) {
    return;
  }

  photo = given;
  fault();
  URL.revokeObjectURL(shown.src);
  shown.src = URL.createObjectURL(given);
  shown.hidden = false;
  choose.textContent = choose.dataset.again;
});

// What the browser cannot show the server may read all the same.
shown.addEventListener('error', () => shown.hidden = true);

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (!photo) {
    fault(make('p', { class: 'notice' }, words.none));
    choose.focus();
    return;
  }

  fault();
  send.disabled = true;
  const text = make('span', {}, words.sending), bar = make('progress', { max: 1, value: 0, 'aria-label': words.sending });
  sending.replaceChildren(text, bar);
  try {
    const body = new FormData(form);
    const small = await shrink(photo);
    body.set('photo', new File([small], photo.name, { type: small.type }));
    const { address, page } = await postPage(form.action, body, share => {
      bar.value = share;
      if (share === 1) {
        text.textContent = words.reading;
        bar.removeAttribute('value');
      }
    });
    if (address !== form.action) {
      location.href = address;
      return;
    }

    fault(...(page.querySelector('#post-fault')?.children ?? []));
  } catch {
    fault(make('p', { class: 'notice' }, words.unreachable));
  }

  sending.replaceChildren();
  send.disabled = false;
});

function fault(...said) {
  const place = document.getElementById('post-fault');
  place.replaceChildren(...said.map(element => document.importNode(element, true)));
  if (said.length > 0) {
    place.scrollIntoView({ block: 'center' });
  }
}
