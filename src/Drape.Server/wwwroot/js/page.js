// The page: takes photos in, whichever way they come, and hands each to a reading of its own.
import { takeIn } from './intake.js';

const readings = document.getElementById('readings');
const files = document.getElementById('files');
const shown = [];
const waiting = [];
const atOnce = 2;
let running = 0;
let parts;

/** What reads photos comes after the page itself, which is usable without: at leisure, or with the first photo. */
function loadParts() {
  // Not asked for again while it is on its way: what nobody waits for would fail unheard.
  parts ??= Promise.all(['./eva/reading.js', './alikes.js', './keep.js', './post-look.js'].map(part => import(part))).then(([{ Reading }, { findCatalogs }]) => {
    findCatalogs().then(found => found && shown.forEach(reading => reading.show()));
    document.body.dataset.reads = 'yes';
    return Reading;
  });
  parts.catch(() => parts = undefined); // asked for again with the next photo
  return parts;
}

async function add(list) {
  const photos = [...list];
  if (photos.length === 0) {
    return;
  }

  const failed = document.getElementById('failed');
  let Reading;
  try {
    Reading = await loadParts();
    failed.hidden = true;
  } catch {
    failed.hidden = false;
    return;
  }

  const fresh = photos.map(file => new Reading(file, announce));
  put(fresh);
  waiting.push(...fresh);
  fresh[0].element.scrollIntoView({ block: 'nearest' });
  work();
}

/** Shows readings, the newest on top, several in the order they were given. */
function put(fresh) {
  document.body.classList.add('busy');
  readings.hidden = false;
  readings.querySelector('h2').after(...fresh.map(reading => reading.element));
  shown.push(...fresh);
}

/** Shows what was read in this tab to whoever comes back to it; see eva/tab.js, which comes only where there is something. */
async function showAgain() {
  if (!sessionStorage.getItem('drape-readings')) {
    return;
  }

  const { recall } = await import('./eva/tab.js');
  const before = recall();
  if (before.length > 0) {
    const Reading = await loadParts();
    put(before.map(({ photo, answer }) => new Reading(photo, announce, answer)));
  }
}

function work() {
  while (running < atOnce && waiting.length > 0) {
    running++;
    waiting.shift().read().finally(() => {
      running--;
      work();
    });
  }
}

function announce(text) {
  document.getElementById('status').textContent = text;
}

takeIn(add);
showAgain().catch(() => {}); // a browser that keeps nothing

document.addEventListener('drape:another', () => files.click());
document.addEventListener('drape:say', event => announce(event.detail));

for (const button of document.querySelectorAll('[data-sample]')) {
  button.addEventListener('click', async () => {
    try {
      const answer = await fetch(button.dataset.sample);
      add([new File([await answer.blob()], button.dataset.sample.split('/').at(-1), { type: 'image/jpeg' })]);
    } catch {
      document.getElementById('failed').hidden = false;
    }
  });
}

document.getElementById('command').textContent =
  `curl -F photo=@jacket.jpg ${location.origin}/api/v1/photos/eva`;
document.addEventListener('drape:language', () => shown.forEach(reading => reading.show()));
addEventListener('load', () => setTimeout(() => loadParts().catch(() => {}), 200));
