// Makes large pictures small before they travel: the reader looks at far fewer pixels than a phone takes.
const longSide = 1600;
const smallEnough = 1_000_000;

/** The file itself where it is small or the browser cannot read it, else a JPEG of at most 1600 pixels a side. */
export async function shrink(file) {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') {
    return file; // the server says what it is
  }

  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' }); // upright, as the camera was held
  } catch {
    return file;
  }

  try {
    const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= smallEnough) {
      return file;
    }

    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff'; // what shines through a transparent picture, as on the server
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.92));
    return small && small.size < file.size ? small : file;
  } finally {
    picture.close();
  }
}
