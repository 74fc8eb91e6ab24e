import { View } from '@tarojs/components';
import { Button } from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import { type Act, type Offer, shapeOf } from './acts';

interface Props {
  offer: Offer;
  onAct(act: Act): unknown;
  onMore(): void;
}

/** The next step large, its alternative beside it, the rest small below or behind one more tap. */
export function ActBar({ offer: { large, small, more }, onAct, onMore }: Props) {
  const words = useWords().acts;
  return (
    <View className="problem__bar">
      {large.length > 0 && (
        <View className="problem__bar-row">
          {[...large].reverse().map((act) => (
            <Button
              key={act}
              id={`act-${act}`}
              kind={act === large[0] ? 'primary' : 'quiet'}
              onTap={() => onAct(act)}
            >
              {words.act[act]}
            </Button>
          ))}
        </View>
      )}
      {small.length + more.length > 0 && (
        <View className="problem__bar-row">
          {small.map((act) => (
            <Small key={act} id={`act-${act}`} ends={shapeOf(act).ends} onTap={() => onAct(act)}>
              {words.act[act]}
            </Small>
          ))}
          {more.length > 0 && (
            <Small id="act-more" onTap={onMore}>
              {words.more(more.length)}
            </Small>
          )}
        </View>
      )}
    </View>
  );
}

interface SmallProps {
  id: string;
  children: string;
  ends?: true | undefined;
  onTap(): unknown;
}

function Small({ id, children, ends, onTap }: SmallProps) {
  return (
    <View
      id={id}
      className={`problem__small${ends ? ' problem__small--ends' : ''}`}
      hoverClass="y-pressed"
      onClick={onTap}
      {...spoken('button')}
    >
      {children}
    </View>
  );
}
