import { View } from '@tarojs/components';
import { CATEGORIES, CATEGORY_CODES, type Category } from '../../../domain/problem/category';
import { Glyph } from '../../components';
import { spoken } from '../../components/a11y';
import { useSaid } from '../../i18n';

/** Large tiles, two in a row: a thumb finds them without reading twice. */
export function Categories({ onChoose }: { onChoose(category: Category): void }) {
  const said = useSaid();
  return (
    <View className="report__tiles">
      {CATEGORY_CODES.map((category) => (
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
  );
}
