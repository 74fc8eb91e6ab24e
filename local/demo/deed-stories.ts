/** What was promised, what came of it, and who gained by it. `#` is a number between the two. */
export interface DeedStory {
  promise: string;
  done: string;
  from: number;
  to: number;
  /** Households that gain by it, at most. */
  households: number;
}

const story = (promise: string, done: string, from: number, to: number, households: number): DeedStory => ({
  promise,
  done,
  from,
  to,
  households,
});

/** 单位清单: what organisations promise. */
export const ORGANISATION_DEEDS: readonly DeedStory[] = [
  story('修通到社里的砂石路 # 米', '# 米砂石路已铺好压实，大车能走', 300, 2000, 60),
  story('清淤斗渠 # 米，赶在秋浇前', '清淤 # 米，秋浇水已到田头', 400, 3000, 80),
  story('换装 # 盏路灯', '# 盏路灯全部亮了', 6, 40, 50),
  story('给 # 户老人装扶手和烟感报警器', '# 户都装好，教会老人用', 5, 25, 25),
  story('打 # 眼人畜饮水井', '# 眼井出水，水质化验合格', 1, 4, 40),
  story('建 # 座垃圾收集点，每周清运', '# 座收集点启用，周三周六清运', 2, 8, 90),
  story('补种柠条防护林 # 亩', '补种 # 亩，成活率九成', 50, 400, 30),
  story('组织葵花订单收购 # 吨', '收购 # 吨，钱已打到户', 20, 120, 70),
  story('维修集体棚圈 # 间', '# 间棚圈修好，接羔用上了', 4, 20, 20),
  story('办 # 期冬季技术培训', '办了 # 期，农牧民到场听课', 2, 6, 60),
  story('调解多年草场界线纠纷 # 起', '# 起纠纷签了协议，立了界桩', 1, 5, 10),
  story('党群服务中心代办点延长服务，代办 # 件', '代办 # 件，群众少跑了路', 30, 200, 100),
  story('危房改造 # 户', '# 户搬进新房', 1, 6, 6),
  story('安装道路防护栏 # 米', '# 米护栏装好', 80, 600, 45),
];

/** 党员干部清单: what members promise. */
export const MEMBER_DEEDS: readonly DeedStory[] = [
  story('帮 # 户老人办好高龄补贴认证', '# 户都认证通过，补贴到账', 2, 8, 8),
  story('帮联系户卖羊 # 只', '联系到收购，卖了 # 只', 10, 60, 3),
  story('替 # 户出门人家照看牲畜', '看了半个月，# 户人家放心', 1, 3, 3),
  story('调解邻里纠纷 # 起', '# 起说和了，都签了字', 1, 3, 4),
  story('给 # 户检查炉子和烟囱，防煤气中毒', '# 户都查过，换了两处烟囱', 5, 15, 15),
  story('帮 # 户缴医保、填表格', '# 户都缴上了', 4, 15, 15),
  story('清理联系户门前积雪 # 户', '# 户门前都清了', 4, 12, 12),
  story('给 # 个孩子找到假期辅导', '# 个孩子上了辅导班', 1, 5, 5),
  story('帮 # 户申请草原补奖', '材料交齐，# 户已公示', 2, 9, 9),
  story('给独居老人每月送药 # 次', '送药 # 次，血压稳住了', 2, 12, 1),
  story('帮 # 户修好水管', '# 户都通了水', 1, 5, 5),
  story('带 # 户种大棚番茄', '# 户都下了苗，第一茬已上市', 1, 4, 4),
];

/** The article's own: what one township did within a month of its session. */
export const ARTICLE_DEEDS: readonly DeedStory[] = [
  story('村口到卫生室的路坑洼不平，修 # 公里', '# 公里路已修通，两边开了排水沟', 1, 1, 120),
  story(
    '# 座大棚没有供暖，接通供水供暖主管道',
    '# 座大棚的主管道已接通，试烧一夜，棚内十五度以上',
    50,
    50,
    50,
  ),
  story('村里没有路灯，装 # 盏', '# 盏路灯装好，夜里都亮着', 115, 115, 180),
];
