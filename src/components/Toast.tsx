import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { spoken } from './a11y';
import { type ToastMessage, watchToasts } from './toasts';
import './Toast.scss';

/** Drawn by Screen; pages call `toast()`. */
export function Toast() {
  const [message, setMessage] = useState<ToastMessage>();
  useEffect(() => watchToasts(setMessage), []);
  if (message === undefined) return null;
  return (
    <View className={`y-toast y-toast--${message.tone}`} {...spoken('alert')}>
      <View className="y-toast__shape" />
      {message.text}
    </View>
  );
}
