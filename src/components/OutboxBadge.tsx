import { View } from '@tarojs/components';
import { useWords } from '../i18n';
import { openOutbox } from '../routes';
import { useOutbox } from '../state/useOutbox';
import { spoken } from './a11y';
import './OutboxBadge.scss';

/** What lies on this phone only. A fact and a door, no alarm: it is there while it is true. */
export function OutboxBadge() {
  const words = useWords().outbox;
  const { waiting, aside } = useOutbox();
  if (waiting.length + aside.length === 0) return null;
  return (
    <View
      id="unsent"
      className={`y-outbox${aside.length > 0 ? ' y-outbox--aside' : ''}`}
      hoverClass="y-pressed"
      onClick={openOutbox}
      {...spoken('button')}
    >
      <View className="y-outbox__shape" />
      <View className="y-outbox__words">
        {waiting.length > 0 && <View>{words.badge(waiting.length)}</View>}
        {aside.length > 0 && <View>{words.badgeAside(aside.length)}</View>}
      </View>
      <View className="y-outbox__arrow" />
    </View>
  );
}
