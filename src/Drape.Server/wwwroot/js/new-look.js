// The photo that was chosen is shown before it is posted.
import { shrink } from './shrink.js';

const form = document.getElementById('post-form');
const file = document.getElementById('photo');
const shown = form.querySelector('.photo-chosen');

file.addEventListener('change', () => {
  shown.hidden = file.files.length === 0;
  if (file.files.length > 0) {
    shown.src = URL.createObjectURL(file.files[0]);
  }
});

// A large photo is made smaller before it is sent; where that fails the form sends it as it is.
form.addEventListener('submit', async event => {
  if (form.dataset.ready || file.files.length === 0) {
    return;
  }

  event.preventDefault();
  const send = document.getElementById('post-send');
  send.disabled = true;
  try {
    const given = file.files[0];
    const small = await shrink(given);
    if (small !== given) {
      const list = new DataTransfer();
      list.items.add(new File([small], given.name, { type: small.type }));
      file.files = list.files;
    }
  } finally {
    form.dataset.ready = 'yes';
    send.disabled = false;
    form.requestSubmit();
  }
});
