import { View } from '@tarojs/components';
import type { GoodView } from '../../../domain/contract/views';
import { Button, Choice, Field, FieldFrame, PhotoPicker, Sheet, Tick } from '../../components';
import { useShopWords } from '../../i18n/shop';
import { type Move, useGood } from './useGood';

interface Props {
  /** Absent: a new one. */
  good: GoodView | undefined;
  onClose(): void;
  onChange(): Promise<void>;
}

const MOVES: readonly Move[] = ['keep', 'more', 'less'];

/** What it is called and costs; how many come or go, never how many there are: somebody may order meanwhile. */
export function GoodSheet({ good, onClose, onChange }: Props) {
  const words = useShopWords().counter.good;
  const { form, set, save, error } = useGood(good, async () => {
    onClose();
    await onChange();
  });
  return (
    <Sheet
      open
      onClose={onClose}
      title={good ? words.change(good.name) : words.fresh}
      action={
        <Button id="save-good" onTap={save}>
          {words.save}
        </Button>
      }
    >
      <Field
        name="good-name"
        label={words.name}
        placeholder={words.nameHint}
        value={form.name}
        most={30}
        onChange={(name) => set({ name })}
      />
      <Field
        name="good-cost"
        label={words.cost}
        value={form.cost}
        kind="number"
        most={5}
        onChange={(cost) => set({ cost })}
      />
      {good && (
        <FieldFrame label={words.move}>
          <Choice<Move>
            label={words.move}
            options={MOVES.map((value) => ({ value, label: words[value] }))}
            value={form.move}
            onChange={(move) => set({ move })}
          />
          <View className="y-note">{words.now(good.stock)}</View>
        </FieldFrame>
      )}
      {form.move !== 'keep' && (
        <Field
          name="good-count"
          label={words.count}
          value={form.count}
          kind="number"
          most={5}
          onChange={(count) => set({ count })}
        />
      )}
      <FieldFrame label={words.photo}>
        <PhotoPicker photos={form.photos} most={1} onChange={(photos) => set({ photos })} />
      </FieldFrame>
      <Tick id="listed" on={form.listed} label={words.listed} onChange={(listed) => set({ listed })} />
      {error !== undefined && <View className="y-wrong">{error}</View>}
    </Sheet>
  );
}
