import { TextArea as NutTextArea } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { FieldFrame } from './Field';
import '@nutui/nutui-react-taro/dist/es/packages/textarea/style/css';
import './Field.scss';

interface Props {
  /** Also the element's id. */
  name: string;
  label: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  /** Characters; shown as it fills. */
  most?: number;
  error?: string | undefined;
  hint?: string;
}

/** Several lines, growing with what is written. */
export function TextArea({ name, value, onChange, placeholder, most = 500, ...frame }: Props) {
  return (
    <FieldFrame {...frame}>
      <View className="y-field__area">
        <NutTextArea
          id={name}
          value={value}
          onChange={onChange}
          placeholder={placeholder ?? ''}
          maxLength={most}
          showCount={value.length > most * 0.8}
          autoSize
          plain
        />
      </View>
    </FieldFrame>
  );
}
