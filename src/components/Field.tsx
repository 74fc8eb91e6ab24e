import { Input, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Field.scss';

interface FrameProps {
  label: string;
  /** The refusal that concerns this field, in words. */
  error?: string | undefined;
  hint?: string;
  children: ReactNode;
}

/** Label, what is filled in, and what is wrong with it. */
export function FieldFrame({ label, error, hint, children }: FrameProps) {
  return (
    <View className={`y-field${error ? ' y-field--wrong' : ''}`}>
      {label !== '' && <View className="y-field__label">{label}</View>}
      {children}
      {error ? (
        <View className="y-wrong">{error}</View>
      ) : (
        hint && <View className="y-field__hint">{hint}</View>
      )}
    </View>
  );
}

interface Props extends Omit<FrameProps, 'children'> {
  /** Also the element's id, for `<label>`-like lookups and tests. */
  name: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  kind?: 'text' | 'number' | 'digit';
  most?: number;
}

export function Field({ name, value, onChange, placeholder, kind = 'text', most = 60, ...frame }: Props) {
  return (
    <FieldFrame {...frame}>
      <Input
        id={name}
        name={name}
        className="y-field__input"
        type={kind}
        value={value}
        maxlength={most}
        placeholder={placeholder ?? ''}
        placeholderClass="y-field__placeholder"
        onInput={(event) => onChange(event.detail.value)}
      />
    </FieldFrame>
  );
}
