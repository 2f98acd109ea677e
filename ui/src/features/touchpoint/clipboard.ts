/** Copies a text; tells whether it could. Some webviews keep the newer way for themselves. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const carrier = document.createElement('textarea');
    carrier.value = text;
    carrier.style.position = 'fixed';
    carrier.style.opacity = '0';
    document.body.append(carrier);
    carrier.select();
    const done = document.execCommand('copy');
    carrier.remove();
    return done;
  }
}
