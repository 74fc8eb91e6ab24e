import { View } from '@tarojs/components';
import { Button } from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import { type Act, SHAPES } from './acts';

interface Props {
  acts: Act[];
  onAct(act: Act): unknown;
}

/** The next step large, its alternative beside it, the rest small below. */
export function ActBar({ acts, onAct }: Props) {
  const words = useWords().problem;
  const large = acts.filter((act) => SHAPES[act].place !== 'small');
  const small = acts.filter((act) => SHAPES[act].place === 'small');
  return (
    <View className="problem__bar">
      {large.length > 0 && (
        <View className="problem__bar-row">
          {[...large].reverse().map((act) => (
            <Button
              key={act}
              id={`act-${act}`}
              kind={SHAPES[act].place === 'main' ? 'primary' : 'quiet'}
              onTap={() => onAct(act)}
            >
              {words.act[act]}
            </Button>
          ))}
        </View>
      )}
      {small.length > 0 && (
        <View className="problem__bar-row">
          {small.map((act) => (
            <View
              key={act}
              id={`act-${act}`}
              className={`problem__small problem__small--${act}`}
              hoverClass="y-pressed"
              onClick={() => onAct(act)}
              {...spoken('button')}
            >
              {words.act[act]}
            </View>
          ))}
        </View>
      )}
    </View>
  );
}
