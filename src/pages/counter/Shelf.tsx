import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GoodView } from '../../../domain/contract/views';
import { Button, Card } from '../../components';
import { GoodRow } from '../../components/GoodRow';
import { useShopWords } from '../../i18n/shop';
import { GoodSheet } from './GoodSheet';

interface Props {
  goods: GoodView[];
  /** The secretary keeps the shelf; a chief hands out. */
  may: boolean;
  onChange(): Promise<void>;
}

export function Shelf({ goods, may, onChange }: Props) {
  const words = useShopWords().counter;
  const [edited, setEdited] = useState<GoodView | 'new'>();
  return (
    <Card id="shelf" title={words.shelf}>
      {goods.length === 0 && <View className="y-note">{words.empty}</View>}
      {goods.map((good) => (
        <GoodRow key={good.id} good={good} note={good.listed ? undefined : words.off}>
          {may && (
            <Button id={`edit-${good.id}`} kind="quiet" inline onTap={() => setEdited(good)}>
              {words.edit}
            </Button>
          )}
        </GoodRow>
      ))}
      {may && (
        <View className="counter__act">
          <Button id="add-good" onTap={() => setEdited('new')}>
            {words.add}
          </Button>
        </View>
      )}
      {edited !== undefined && (
        <GoodSheet
          good={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onChange={onChange}
        />
      )}
    </Card>
  );
}
