import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const iamWireApi: Policy = {
  ...answering('IAM-WIRE'),
  id: 'IAM-WIRE-API',
  title: { en: 'The interfaces of the cloud take TLS only', zh: '云平台管理接口仅使用 TLS' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Whoever reads a token on the wire is its owner until it ends.',
    zh: '令牌在线路上被截获后，截获者在其失效前拥有同等权限。',
  },
  fix: { en: 'put every endpoint of Keystone’s catalogue behind TLS', zh: 'Keystone 目录中的所有端点均启用 TLS' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/api',
      ({ operations }) => operations.api,
      ({ https }) => (https ? undefined : { en: 'an interface takes plain HTTP', zh: '存在明文 HTTP 接口' }),
    ),
};
