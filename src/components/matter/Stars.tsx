import { View } from '@tarojs/components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';

const FIVE = [1, 2, 3, 4, 5] as const;

interface Props {
  stars: number;
  /** Absent: only shown. */
  onChange?: (stars: number) => void;
}

/** One to five, and the word for it: a colour alone says nothing. */
export function Stars({ stars, onChange }: Props) {
  const { problem } = useWords();
  return (
    <View className={`problem__stars${onChange ? ' problem__stars--asking' : ''}`}>
      {FIVE.map((star) => (
        <View
          key={star}
          id={onChange ? `star-${star}` : ''}
          className={`problem__star${star <= stars ? ' problem__star--on' : ''}`}
          onClick={onChange && (() => onChange(star))}
          {...(onChange ? spoken('button', problem.star(star)) : {})}
        />
      ))}
      {stars > 0 && <View className="problem__star-word">{problem.starWords[stars - 1]}</View>}
    </View>
  );
}
