// The page of jobs: asks every second while something is under way, seldom otherwise.
import { JobCard } from './job.js';
import { say } from './language.js';

const soon = 1000;
const seldom = 10000;
const page = 50;
const most = 500;

const list = document.getElementById('list');
const none = document.getElementById('none');
const more = document.getElementById('more');
const trouble = document.getElementById('trouble');
const cards = new Map();
let shown = page;
let timer;
let asking;

async function refresh() {
  clearTimeout(timer);
  asking?.abort();
  const mine = asking = new AbortController();
  let wait = seldom;
  try {
    const answer = await fetch(`/api/v1/jobs?limit=${shown}`, { signal: mine.signal });
    const body = await answer.json();
    if (!answer.ok) {
      throw body;
    }

    show(body);
    complain(null);
    wait = body.jobs.some(job => job.state === 'queued' || job.state === 'running') ? soon : seldom;
  } catch (problem) {
    if (mine.signal.aborted) {
      return;
    }

    complain(problem?.detail ? problem : {});
    wait = 3 * soon;
  }

  if (!document.hidden) {
    timer = setTimeout(refresh, wait);
  }
}

function show({ jobs, next }) {
  document.getElementById('bones').hidden = true;
  document.getElementById('jobs').setAttribute('aria-busy', 'false');
  none.hidden = jobs.length > 0;
  more.hidden = next === undefined || shown >= most;
  const ids = new Set(jobs.map(job => job.id));
  for (const [id, card] of cards) {
    if (!ids.has(id)) {
      card.element.remove();
      cards.delete(id);
    }
  }

  jobs.forEach((job, place) => {
    let card = cards.get(job.id);
    if (!card) {
      card = new JobCard(act);
      cards.set(job.id, card);
    }

    if (list.children[place] !== card.element) {
      list.insertBefore(card.element, list.children[place] ?? null);
    }

    const before = card.state;
    card.update(job);
    if (before && before !== job.state) {
      document.getElementById('status').textContent = card.summary();
    }
  });
}

async function act(job, what) {
  try {
    const answer = await fetch(`/api/v1/jobs/${job.id}:${what}`, { method: 'POST' });
    if (!answer.ok && answer.status !== 409) { // 409: it has just ended, as the list will show
      throw await answer.json();
    }
  } catch (problem) {
    complain(problem?.detail ? problem : {});
    return;
  }

  await refresh();
}

/** An error with what to do next; in Korean where the words are there, else the server's. */
function complain(problem) {
  trouble.hidden = problem === null;
  if (problem) {
    const known = say(problem.type ?? 'unreachable');
    trouble.textContent = known === problem.type ? problem.detail : known;
  }
}

more.addEventListener('click', () => {
  shown = Math.min(shown + page, most);
  refresh();
});
document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : refresh());
document.getElementById('command').textContent = `curl ${location.origin}/api/v1/jobs\ndrape jobs`;
document.addEventListener('drape:language', () => cards.forEach(card => card.translate()));
refresh();
