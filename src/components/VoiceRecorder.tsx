import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n';
import { device, type Recording, type VoiceNote } from '../services/device';
import { spoken } from './a11y';
import { Button } from './Button';
import { VoicePlayer } from './VoicePlayer';
import './VoiceRecorder.scss';

interface Props {
  value: VoiceNote | undefined;
  onChange(note: VoiceNote | undefined): void;
}

/** Tap, speak, tap. Holding a button down is hard for stiff fingers. */
export function VoiceRecorder({ value, onChange }: Props) {
  const words = useWords();
  const running = useRef<Recording>();
  const [seconds, setSeconds] = useState<number>();
  const [refused, setRefused] = useState(false);
  const recording = seconds !== undefined;

  useEffect(() => {
    if (!recording) return undefined;
    const clock = setInterval(() => setSeconds((was) => (was === undefined ? was : was + 1)), 1000);
    return () => clearInterval(clock);
  }, [recording]);
  useEffect(() => () => running.current?.cancel(), []);

  const start = async () => {
    const begun = await device.record();
    setRefused(begun === undefined);
    if (begun === undefined) return;
    running.current = begun;
    setSeconds(0);
    void begun.ended.then((note) => {
      running.current = undefined;
      setSeconds(undefined);
      if (note) onChange(note);
    });
  };

  if (value !== undefined && !recording) {
    return (
      <View className="y-voice">
        <VoicePlayer source={value.file.path} seconds={value.seconds} />
        <Button kind="quiet" inline onTap={() => onChange(undefined)}>
          {words.action.remove}
        </Button>
      </View>
    );
  }
  return (
    <View>
      <View
        className={`y-voice__button${recording ? ' y-voice__button--on' : ''}`}
        hoverClass="y-pressed"
        onClick={recording ? () => running.current?.stop() : start}
        {...spoken('button')}
      >
        <View className="y-voice__shape" />
        {recording ? `${words.voice.stop} · ${words.voice.seconds(seconds)}` : words.voice.start}
      </View>
      {refused && <View className="y-voice__refused">{words.voice.refused}</View>}
    </View>
  );
}
