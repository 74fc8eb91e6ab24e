import { View } from '@tarojs/components';
import { type Category, groupOf } from '../../domain/problem/category';
import './Glyph.scss';

/** The picture of a category, drawn in the stylesheet; the word always stands beside it. */
export function Glyph({ category, large = false }: { category: Category; large?: boolean }) {
  return <View className={`y-glyph y-glyph--${groupOf(category)}${large ? ' y-glyph--large' : ''}`} />;
}
