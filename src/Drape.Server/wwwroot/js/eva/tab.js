// What was read stays in its tab, and nowhere else: who goes to the door, or to another page and back, finds it again.
const key = 'drape-readings';
const most = 3;
const doors = /^\/account\/(sign-in|sign-up|check-mail|two-factor|service)/;

/** Keeps a reading until the tab is closed or the page is opened anew; what has no room is let go, the oldest first. */
export async function remember(photo, name, answer) {
  const data = await written(photo);
  let kept = [...stored(), { name, type: photo.type, data, answer }].slice(-most);
  while (kept.length > 0) {
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
      return;
    } catch {
      kept = kept.slice(1);
    }
  }

  forget();
}

/** The readings of this tab, the last first, if somebody came back to them; whoever comes anew begins anew. */
export function recall() {
  const [visit] = performance.getEntriesByType('navigation');
  const before = document.referrer.startsWith(location.origin) ? new URL(document.referrer).pathname : '';
  if (visit?.type !== 'back_forward' && !doors.test(before)) {
    forget();
    return [];
  }

  return stored().reverse().map(({ name, type, data, answer }) => ({ answer, photo: new File([bytes(data)], name, { type }) }));
}

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return []; // a browser that keeps nothing
  }
}

function forget() {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There is nothing to forget.
  }
}

async function written(photo) {
  const reader = new FileReader();
  const done = new Promise((resolve, reject) => [reader.onload, reader.onerror] = [resolve, reject]);
  reader.readAsDataURL(photo);
  await done;
  return reader.result.split(',')[1] ?? '';
}

const bytes = data => Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
