import { View } from '@tarojs/components';
import { useState } from 'react';
import { CATEGORIES, CATEGORY_GROUPS, type Category } from '../../../domain/problem/category';
import { Glyph } from '../../components';
import { spoken } from '../../components/a11y';
import { useSaid, useWords } from '../../i18n';
import { Channels } from './Elsewhere';

/** Large tiles, two in a row: a thumb finds them without reading twice. What is for others stands below. */
export function Categories({ onChoose }: { onChoose(category: Category): void }) {
  const words = useWords().report;
  const said = useSaid();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <View className="report__tiles">
        {CATEGORY_GROUPS.map((category) => (
          <View
            key={category}
            id={`category-${category}`}
            className={`report__tile report__tile--${category}`}
            hoverClass="y-pressed"
            onClick={() => onChoose(category)}
            {...spoken('button')}
          >
            <Glyph category={category} large />
            <View className="report__word">{said(CATEGORIES[category])}</View>
          </View>
        ))}
      </View>
      <View
        id="channels"
        className="report__more"
        hoverClass="y-pressed"
        onClick={() => setAsked(true)}
        {...spoken('button')}
      >
        {words.elsewhereAsk}
      </View>
      {asked && <Channels onClose={() => setAsked(false)} />}
    </>
  );
}
