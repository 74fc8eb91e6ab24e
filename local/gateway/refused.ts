/** Actions that the SDK can send and this cloud does not do, with what to do instead. */
export const REFUSED_ACTIONS: Record<string, string> = {
  'wx.api': "call WeChat's HTTPS API at WX_API_BASE with a token of /cgi-bin/stable_token",
  'wx.openApi': "call WeChat's HTTPS API at WX_API_BASE with a token of /cgi-bin/stable_token",
  'wx.wxPayApi': 'there is no payment here',
  'wx.wxCallContainerApi': 'there are no containers here; call a function',
  'auth.getUserInfoForAdmin': 'there is no user directory here; keep people in a collection',
  'storage.getFileAuthority': 'files have no owners here; ask for a temporary URL',
  'analytics.report': 'there is no analytics service here; write to a collection',
  PushNotifyMsg: 'there is no push service here; send a subscription message',
  'database.getInTransaction': 'this is an old SDK; use startTransaction() of version 3',
  'database.updateDocInTransaction': 'this is an old SDK; use startTransaction() of version 3',
  'database.deleteDocInTransaction': 'this is an old SDK; use startTransaction() of version 3',
};
