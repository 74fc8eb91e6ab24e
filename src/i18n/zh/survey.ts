/** One question a year, asked on home and at the household's page. */
export const survey = {
  ask: (year: string, name: string) => `${year}年${name}联系您家，您觉得怎么样？`,
  said: { satisfied: '满意', basically: '基本满意', unsatisfied: '不满意', unsure: '说不清' },
  why: '只算总数，谁也看不到您怎么答的。不答也行。',
  thanks: '记下了，谢谢您',
  answered: (said: string) => `今年的评议您答了“${said}”`,
  change: '改一下',
  askFor: (year: string, name: string) => `替这户问一问：${year}年${name}联系得怎么样？`,
  askHow: '这户没有人用小程序。当面或打电话问过再点，照他们说的记；不愿说就不记。',
  asked: '已经问过了。记了什么这里不显示，再点一次会改成新的。',
  by: '怎么问的',
  visit: '当面问的',
  phone: '打电话问的',
};
