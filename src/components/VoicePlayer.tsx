import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n';
import { device } from '../services/device';
import { spoken } from './a11y';
import './VoiceRecorder.scss';

/** The raw voice note: recognition knows Mandarin only, so the sound itself is what counts. */
export function VoicePlayer({ source, seconds }: { source: string; seconds: number }) {
  const words = useWords();
  const stop = useRef<() => void>();
  const [playing, setPlaying] = useState(false);
  useEffect(() => () => stop.current?.(), []);
  const toggle = () => {
    if (playing) stop.current?.();
    else stop.current = device.play(source, () => setPlaying(false));
    setPlaying(!playing);
  };
  return (
    <View
      className={`y-voice__button y-voice__button--play${playing ? ' y-voice__button--on' : ''}`}
      hoverClass="y-pressed"
      onClick={toggle}
      {...spoken('button')}
    >
      <View className="y-voice__shape" />
      {playing ? words.voice.pause : words.voice.play} · {words.voice.seconds(seconds)}
    </View>
  );
}
