import fc from 'fast-check';
import { parseDoc, stringify } from '../../local/store/ejson';
import { project, projectText } from '../../local/store/projection';

const names = fc.constantFrom('_id', 'a', 'b', 'wörter', 'with "quotes"', 'back\\slash', '{', '],');
const documents = fc.dictionary(names, fc.jsonValue(), { maxKeys: 6 });

test('fields taken out of a stored text are what the parsed document shows', () => {
  fc.assert(
    fc.property(documents, fc.uniqueArray(names, { minLength: 1 }), fc.boolean(), (doc, asked, id) => {
      const shape = { ...Object.fromEntries(asked.map((name) => [name, 1])), _id: id ? 1 : 0 };
      const text = stringify(doc);
      expect(projectText(text, shape)).toBe(stringify(project(parseDoc(text), shape)));
    }),
  );
});

test('kinds of numbers and dates stay as they are written', () => {
  const text = '{"_id":"x","n":{"$numberDouble":"1.0"},"at":{"$date":5},"list":[{"$numberLong":"7"},"]}"]}';
  expect(projectText(text, { n: true, list: true })).toBe(
    '{"_id":"x","n":{"$numberDouble":"1.0"},"list":[{"$numberLong":"7"},"]}"]}',
  );
});
