// Brings photos into the closet: a few one by one, each with its progress; many as a job that goes on by itself.
import { sentenceOf } from './eva/words.js';
import { takeIn } from './intake.js';
import { make } from './make.js';
import { nameOf } from './language.js';
import { send } from './send.js';
import { shrink } from './shrink.js';
import { post } from './upload.js';

const address = '/api/v1/closet';
const fewPhotos = 4;
const perJob = 40;
const section = document.getElementById('brought');
const list = document.getElementById('list');
const words = section.dataset;
let queue = Promise.resolve();
let sendings = 0;

// Until the last photo is sent, leaving would lose some.
addEventListener('beforeunload', event => sendings > 0 && event.preventDefault());

for (const element of document.querySelectorAll('[data-with-script]')) {
  element.hidden = false;
}

document.querySelector('[data-without-script]').remove();

function bring(given) {
  const photos = [...given].filter(file => file.type === '' || file.type.startsWith('image/'));
  if (given.length === 0) {
    return;
  }

  section.hidden = false;
  if (photos.length === 0) {
    new Line(given.length === 1 ? given[0].name : fill(words.files, given.length)).fail(words.noPicture);
  }

  if (photos.length <= fewPhotos) {
    for (const photo of photos) {
      const line = new Line(photo.name);
      inTurn(() => one(photo, line));
    }
  } else {
    for (let at = 0; at < photos.length; at += perJob) {
      const some = photos.slice(at, at + perJob);
      const line = new Line(fill(words.many, some.length));
      inTurn(() => many(some, line));
    }
  }

  section.scrollIntoView({ block: 'nearest' });
}

function inTurn(sending) {
  sendings++;
  queue = queue.then(sending).finally(() => sendings--);
}

/** What becomes of a photo, or of many. */
class Line {
  constructor(name) {
    this.name = make('b', {}, name);
    this.state = make('span', {}, words.waiting);
    this.bar = make('progress', { max: 1, value: 0 });
    this.element = make('li', {}, make('div', { class: 'photo-line' }, this.name, this.state), this.bar);
    list.prepend(this.element);
  }

  at(text, share) {
    this.state.textContent = text;
    if (share === undefined) {
      this.bar.removeAttribute('value');
    } else {
      this.bar.value = share;
    }
  }

  end(text, ...more) {
    this.state.textContent = text;
    this.bar.remove();
    this.element.append(...more);
    document.getElementById('status').textContent = text;
  }

  fail(reason) {
    this.element.classList.add('bad');
    this.end(words.failed, make('p', { class: 'why' }, reason));
  }
}

async function one(photo, line) {
  try {
    const { status, body } = await sent([await shrink(photo)], [photo.name], line);
    if (status !== 200) {
      line.fail(sentenceOf(body ?? {}));
      return;
    }

    const items = body.photos.flatMap(each => each.items);
    const got = make('ul', { class: 'got' }, ...items.map(piece));
    line.end(items.length === 1 ? words.addedOne : fill(words.added, items.length), got);
  } catch {
    line.fail(words.unreachable);
  }
}

/** Sends many and lets what the server makes of them be told beside what is sent next. */
async function many(photos, line) {
  try {
    line.at(words.sending, 0);
    const small = [];
    for (const photo of photos) {
      small.push(await shrink(photo));
    }

    const { status, body } = await sent(small, photos.map(photo => photo.name), line);
    if (status !== 202) {
      line.fail(sentenceOf(body ?? {}));
      return;
    }

    line.name.textContent = fill(words.job, photos.length);
    follow(body.id, line, photos.length).catch(() => line.fail(words.unreachable));
  } catch {
    line.fail(words.unreachable);
  }
}

async function follow(id, line, count) {
  for (;;) {
    const answer = await fetch(`/api/v1/jobs/${id}`);
    const job = await answer.json();
    if (job.state === 'done') {
      const result = await (await fetch(job.result)).json();
      line.name.textContent = fill(words.many, count);
      line.end(result.added === 1 ? words.jobDoneOne : fill(words.jobDone, result.added), ...remarks(result));
      return;
    }

    if (job.state === 'failed' || job.state === 'cancelled') {
      line.fail(job.message ?? words.failed);
      return;
    }

    line.at(words.reading, job.total ? job.done / job.total : undefined);
    await new Promise(done => setTimeout(done, 1000));
  }
}

/** What is to be said beside the number of pieces: what may be there twice, and which photos gave nothing. */
function remarks({ doubtful, missed }) {
  const said = [];
  if (doubtful > 0) {
    said.push(make('p', {}, make('a', { href: '/closet?doubtful=true' }, doubtful === 1 ? words.doubtfulOne : fill(words.doubtful, doubtful))));
  }

  if (missed.length > 0) {
    said.push(make('p', {}, missed.length === 1 ? words.missedOne : fill(words.missed, missed.length)),
      make('ul', { class: 'why' }, ...missed.map(photo => make('li', {}, make('b', {}, photo.name), ` ${sentenceOf({ type: photo.type ?? '-', detail: photo.reason })}`))));
  }

  return said;
}

function sent(photos, names, line) {
  const form = new FormData();
  photos.forEach((photo, at) => form.append('photo', photo, names[at]));
  return post(address, form, share => share < 1 ? line.at(words.sending, share) : line.at(words.reading));
}

function piece(item) {
  const name = item.type === 'unclear' ? nameOf(item.colour) : `${nameOf(item.colour)} ${nameOf(item.type)}`;
  const link = make('a', { class: 'piece', href: `/closet/${item.id}` },
    make('span', { class: 'tile' }, make('img', { src: item.picture, alt: '' })),
    make('span', { class: 'piece-name' }, name[0].toUpperCase() + name.slice(1)));
  const entry = make('li', {}, link);
  if (item.looksLike) {
    entry.append(question(item));
  }

  return entry;
}

function question(item) {
  const asked = make('small', { class: 'doubt' }, words.twin);
  const box = make('div', {}, asked, make('div', { class: 'buttons' },
    choice(words.same, `${address}/${item.id}:merge`, words.merged), choice(words.both, `${address}/${item.id}:keep`, words.kept)));
  return box;

  function choice(text, where, done) {
    const button = make('button', { type: 'button', class: 'second' }, text);
    button.addEventListener('click', async () => {
      const answer = await send(where, { method: 'POST' }).catch(() => null);
      if (answer?.ok) {
        box.replaceChildren(make('small', { role: 'status' }, done));
      } else {
        asked.textContent = answer ? words.failed : words.unreachable;
      }
    });
    return button;
  }
}

function fill(sentence, value) {
  return sentence.replace('{0}', value);
}

takeIn(bring);
document.getElementById('choose-folder').addEventListener('click', () => document.getElementById('folder').click());
document.getElementById('folder').addEventListener('change', event => {
  bring(event.target.files);
  event.target.value = '';
});
