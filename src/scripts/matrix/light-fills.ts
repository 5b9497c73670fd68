/** The stylesheet's fill of each tone in the light theme, as `#rrggbb`: a picture is looked at on paper. */
export function lightFills(tones: readonly string[]): Map<string, string> {
  const sample = document.createElement('span');
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  document.body.append(sample);
  sample.style.setProperty('color-scheme', 'light');
  sample.style.setProperty('background-color', 'var(--fill)');
  const fills = new Map<string, string>();
  for (const tone of tones) {
    sample.dataset['tone'] = tone;
    if (context) fills.set(tone, hexOf(context, getComputedStyle(sample).backgroundColor));
  }
  sample.remove();
  return fills;
}

/** Any colour CSS knows, as the screen shows it. */
function hexOf(context: CanvasRenderingContext2D, color: string): string {
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
