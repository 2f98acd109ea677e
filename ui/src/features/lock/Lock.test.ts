import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ipc, ProblemError } from '../../ipc/client';
import Lock from './Lock.svelte';

const unlock = vi.spyOn(ipc, 'unlock');
const recover = vi.spyOn(ipc, 'recover');
const onopen = vi.fn(() => Promise.resolve());

const shown = (wait = 0) => render(Lock, { wait, onopen });
const passphrase = () => screen.getByLabelText<HTMLInputElement>('Phrase de passe');
const press = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Ouvrir' });

beforeEach(() => {
  unlock.mockReset();
  recover.mockReset();
  onopen.mockClear();
});
afterEach(() => void vi.useRealTimers());

describe('the screen before a locked book', () => {
  it('has the cursor where the passphrase is typed, and opens on Enter', async () => {
    unlock.mockResolvedValue({ type: 'right' });
    shown();
    expect(document.activeElement).toBe(passphrase());
    expect(passphrase().type, 'unseen').toBe('password');
    await userEvent.keyboard('trois chênes{Enter}');
    expect(unlock).toHaveBeenCalledExactlyOnceWith('trois chênes');
    expect(onopen).toHaveBeenCalledOnce();
    expect(passphrase().value, 'nothing of it stays').toBe('');
  });

  it('says in a sentence that it is another one, and waits as long as the core says', async () => {
    unlock.mockResolvedValue({ type: 'wrong', wait: 2 });
    shown();
    await userEvent.type(passphrase(), 'quatre chênes');
    vi.useFakeTimers();
    await fireEvent.submit(passphrase().form!);
    await vi.advanceTimersByTimeAsync(0);
    expect(document.querySelector('[data-said]')?.textContent).toMatch(/pas la bonne phrase de passe.*2 secondes/s);
    expect(passphrase().value).toBe('');
    expect(press().disabled).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(press().disabled).toBe(false);
    expect(onopen).not.toHaveBeenCalled();
  });

  it('still waits when the page is opened anew', () => {
    shown(30);
    expect(press().disabled).toBe(true);
  });

  it('says what the core could not do', async () => {
    unlock.mockRejectedValue(new ProblemError({ code: 'failed', message: 'Le disque est plein', hint: '' }));
    shown();
    await userEvent.keyboard('trois chênes{Enter}');
    expect(document.querySelector('[data-said]')?.textContent).toContain('Le disque est plein');
  });

  it('shows what is typed when asked, and says that capitals are locked', async () => {
    shown();
    await userEvent.type(passphrase(), 'trois');
    await userEvent.click(screen.getByRole('button', { name: 'Montrer ce qui est tapé' }));
    expect(passphrase().type).toBe('text');
    const capital = new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: true });
    await fireEvent(passphrase(), capital);
    expect(screen.getByText('Les majuscules sont verrouillées.')).toBeTruthy();
  });

  it('takes the code as it is written down, with a new passphrase typed twice', async () => {
    recover.mockResolvedValue({ type: 'right' });
    shown();
    await userEvent.click(screen.getByRole('button', { name: /code de secours/ }));
    const code = screen.getByLabelText<HTMLInputElement>('Code de secours');
    expect(document.activeElement).toBe(code);
    await userEvent.type(code, '7k2qf 0m4xt 9bhrc w3ydp 61vne 8zgaj');
    expect(code.value).toBe('7K2QF-0M4XT-9BHRC-W3YDP-61VNE-8ZGAJ');
    const open = screen.getByRole<HTMLButtonElement>('button', { name: 'Ouvrir avec ce code' });
    await userEvent.type(screen.getByLabelText('Nouvelle phrase de passe'), 'une barque');
    await userEvent.type(screen.getByLabelText('Encore une fois'), 'une barqua');
    expect(screen.getByText('Les deux ne sont pas pareilles.')).toBeTruthy();
    expect(open.disabled).toBe(true);
    await userEvent.type(screen.getByLabelText('Encore une fois'), '{Backspace}e{Enter}');
    expect(recover).toHaveBeenCalledExactlyOnceWith('7K2QF-0M4XT-9BHRC-W3YDP-61VNE-8ZGAJ', 'une barque');
    expect(onopen).toHaveBeenCalledOnce();
  });
});
