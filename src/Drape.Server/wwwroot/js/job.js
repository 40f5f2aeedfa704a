// One job on the page. Its parts stay where they are while its numbers change, so that a button keeps the focus.
import { number, say, time } from './language.js';
import { make } from './make.js';

const retryable = new Set(['failed', 'cancelled']);
const underWay = new Set(['queued', 'running']);

export class JobCard {
  #job;
  #kind = make('p', { class: 'eyebrow' });
  #title = make('h2');
  #state = make('p', { class: 'state' });
  #bar = make('progress', { max: '1' });
  #numbers = make('p', { class: 'numbers' });
  #message = make('p', { class: 'message' });
  #cancel = make('button', { type: 'button', class: 'second small' });
  #retry = make('button', { type: 'button', class: 'second small' });
  #result = make('a', { class: 'second small' });

  constructor(act) {
    this.#cancel.addEventListener('click', () => act(this.#job, 'cancel'));
    this.#retry.addEventListener('click', () => act(this.#job, 'retry'));
    this.element = make('li', { class: 'job' },
      make('div', { class: 'about' }, this.#kind, this.#title, this.#state),
      this.#bar, this.#numbers, this.#message,
      make('div', { class: 'buttons' }, this.#cancel, this.#retry, this.#result));
  }

  get state() {
    return this.#job?.state;
  }

  update(job) {
    this.#job = job;
    this.translate();
  }

  summary() {
    return `${this.#title.textContent}: ${this.#state.textContent}`;
  }

  translate() {
    const job = this.#job;
    const kind = word(`kind:${job.kind}`, job.kind);
    const state = job.cancelling && job.state === 'running' ? 'cancelling' : job.state;
    this.element.dataset.state = job.state;
    put(this.#kind, `${kind} · ${job.id}`);
    put(this.#title, title(job) ?? kind);
    put(this.#state, say(`state:${state}`));
    put(this.#numbers, numbers(job));
    put(this.#message, message(job));
    put(this.#cancel, say('jobCancel'));
    put(this.#retry, say('jobRetry'));
    put(this.#result, say('jobResult'));
    this.#cancel.hidden = !underWay.has(job.state) || state === 'cancelling';
    this.#retry.hidden = !retryable.has(job.state);
    this.#result.hidden = !job.result;
    if (job.result) {
      this.#result.href = job.result;
    }

    this.#progress(job);
  }

  #progress(job) {
    this.#bar.hidden = job.state === 'queued' && job.done === 0 || job.state === 'done' && !job.total;
    this.#bar.setAttribute('aria-label', this.#title.textContent);
    if (job.total) {
      this.#bar.value = job.done / job.total;
    } else if (job.state === 'running') {
      this.#bar.removeAttribute('value'); // under way, nobody knows how far
    } else {
      this.#bar.value = 0;
    }
  }
}

function numbers(job) {
  const parts = [];
  if (job.total) {
    parts.push(say('jobDoneOf', { done: number(job.done), total: number(job.total) }));
  } else if (job.done > 0) {
    parts.push(number(job.done));
  }

  if (job.perSecond && job.state === 'running') {
    parts.push(say('jobRate', { rate: number(job.perSecond >= 10 ? Math.round(job.perSecond) : job.perSecond) }));
  }

  if (job.secondsLeft !== undefined) {
    parts.push(say('jobLeft', { time: time(job.secondsLeft) }));
  }

  if (job.state === 'queued' && job.attempts > 0) {
    const seconds = (new Date(job.runAt) - Date.now()) / 1000;
    parts.push(seconds > 1 ? say('jobAgainIn', { time: time(seconds) }) : say('jobAgainSoon'));
  }

  return parts.join(' · ');
}

/** What the server calls it; photos for a closet are counted in the page's language. */
function title({ title: given }) {
  const [, count] = /^A closet, (\d+) photos$/.exec(given ?? '') ?? [];
  return count ? say('jobCloset', { count: number(+count) }) : given;
}

/** The server's sentence; what is counted in it is said in the page's language. */
function message(job) {
  const [, pieces] = /^(\d+) pieces came into the closet\.$/.exec(job.message ?? '') ?? [];
  if (pieces) {
    return say('jobPieces', { count: number(+pieces) });
  }

  const [whole, failed, total] = /^(\d+) of (\d+) rows failed: /.exec(job.message ?? '') ?? [];
  return whole ? say('jobRowsFailed', { failed: number(+failed), total: number(+total) }) + ' ' + job.message.slice(whole.length)
    : job.message ?? '';
}

function word(key, otherwise) {
  const said = say(key);
  return said === key ? otherwise : said;
}

/** Only what changed is written, so that a screen reader is not disturbed. */
function put(element, text) {
  element.hidden = text === '';
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
