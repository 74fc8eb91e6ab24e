import { View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { useWords } from '../i18n';
import { spoken } from './a11y';
import './Button.scss';

interface Props {
  children: ReactNode;
  /** `primary` is the one next step of a page; `danger` only what cannot be undone. */
  kind?: 'primary' | 'quiet' | 'danger';
  /** A promise keeps the button busy, and deaf, until it settles. */
  onTap(): unknown;
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  /** For screen readers, when the face of the button is not words. */
  label?: string;
  /** As wide as its words, to sit in a row. */
  inline?: boolean;
  /** For tests and scripts. */
  id?: string;
}

export function Button({
  children,
  kind = 'primary',
  onTap,
  busy = false,
  disabled = false,
  label,
  inline = false,
  id,
}: Props) {
  const words = useWords();
  const running = useRef(false);
  const [waiting, setWaiting] = useState(false);
  const shownBusy = busy || waiting;
  const tap = async () => {
    // The ref, not the state: two taps can arrive before React draws once.
    if (running.current || shownBusy || disabled) return;
    const outcome = onTap();
    if (!(outcome instanceof Promise)) return;
    running.current = true;
    setWaiting(true);
    try {
      await outcome;
    } finally {
      running.current = false;
      setWaiting(false);
    }
  };
  const looks = [
    'y-button',
    `y-button--${kind}`,
    inline && 'y-button--inline',
    (shownBusy || disabled) && 'y-button--off',
  ];
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={looks.filter(Boolean).join(' ')}
      hoverClass={shownBusy || disabled ? 'none' : 'y-pressed'}
      onClick={tap}
      {...spoken('button', label)}
    >
      {shownBusy ? words.action.busy : children}
    </View>
  );
}
