// The calendar: the visitor's own today, pieces that are chosen, and what was done said aloud.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');

/** Midnight is not the same everywhere: the server's today gives way to the visitor's. */
function settle() {
  const mine = document.querySelector(`.day[data-day="${today}"]`);
  const theirs = document.querySelector('.day[aria-current]');
  if (mine && theirs !== mine) {
    theirs?.removeAttribute('aria-current');
    theirs?.removeAttribute('id');
    mine.setAttribute('aria-current', 'date');
    mine.id = 'today';
  }

  for (const link of document.querySelectorAll('[data-today-link]')) {
    link.href = `/calendar/${today}/plan`;
  }

  for (const word of document.querySelectorAll('[data-day-today]')) {
    word.hidden = word.dataset.dayToday !== today;
  }
}

settle();

// On a phone the month is a long list: it opens where one is.
const list = document.querySelector('ol.month');
if (list && location.hash !== '#today' && getComputedStyle(list).display === 'block') {
  const place = document.getElementById('today');
  if (place && place.getBoundingClientRect().top > innerHeight * 0.6) {
    place.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
}

document.addEventListener('htmx:afterSettle', () => {
  settle();
  const said = document.querySelector('#notice .notice span');
  const status = document.getElementById('status');
  if (said && status) {
    status.textContent = said.textContent;
  }

  // What had the focus may be gone with what it did: the keyboard goes on from the day's name.
  if (document.activeElement === document.body) {
    document.getElementById('headline').focus({ preventScroll: true });
  }
});

const plan = document.querySelector('form.plan');
if (plan) {
  const boxes = [...plan.querySelectorAll('input[name="pieces"]')];
  const most = Number(plan.dataset.most);
  const tray = plan.querySelector('.chosen');
  const count = plan.querySelector('.chosen-count');
  for (const element of plan.querySelectorAll('[data-with-script]')) {
    element.hidden = false;
  }

  const draw = () => {
    const chosen = boxes.filter(box => box.checked);
    const full = chosen.length >= most;
    for (const box of boxes) {
      box.disabled = full && !box.checked;
    }

    tray.replaceChildren(...chosen.map(box => {
      const picture = new Image();
      picture.src = box.closest('label').querySelector('img').src;
      picture.alt = '';
      return picture;
    }));
    count.textContent = full ? plan.dataset.full : chosen.length === 0 ? plan.dataset.none
      : chosen.length === 1 ? plan.dataset.one : plan.dataset.many.replace('{0}', chosen.length);
    tray.scrollLeft = tray.scrollWidth;
  };

  plan.addEventListener('change', event => {
    if (event.target.name === 'show') {
      for (const piece of plan.querySelectorAll('[data-type]')) {
        piece.hidden = event.target.value !== '' && piece.dataset.type !== event.target.value;
      }
    } else if (event.target.name === 'pieces') {
      draw();
    }
  });
  draw();
}
