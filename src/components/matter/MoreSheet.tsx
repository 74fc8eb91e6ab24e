import { View } from '@tarojs/components';
import { Sheet } from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import { type Act, shapeOf } from './acts';

interface Props {
  acts: Act[];
  onAct(act: Act): unknown;
  onClose(): void;
}

/** What is needed less often, each with a line on what it does. */
export function MoreSheet({ acts, onAct, onClose }: Props) {
  const words = useWords().acts;
  return (
    <Sheet open onClose={onClose} title={words.moreTitle}>
      <View>
        {acts.map((act) => (
          <View
            key={act}
            id={`act-${act}`}
            className="problem__row"
            hoverClass="y-pressed"
            onClick={() => onAct(act)}
            {...spoken('button')}
          >
            <View className={`problem__row-name${shapeOf(act).ends ? ' problem__row-name--ends' : ''}`}>
              {words.act[act]}
            </View>
            <View className="problem__note">{words.does[act]}</View>
          </View>
        ))}
      </View>
    </Sheet>
  );
}
