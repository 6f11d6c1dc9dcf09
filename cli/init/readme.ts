/** The page that a repository opens with, in both languages. */
export function readme(key: string): string {
  return `# 政务云

\`environments/\` 描述云，\`policies/\` 为本省策略，\`egov.config.ts\` 将其接入 egov。

\`\`\`
npm install                  # 安装 egov，并启用提交前检查与台账合并驱动
npx egov show ${key}
npm run check                # 校验、证明与策略检查
npm test                     # 本省策略的测试
npx egov new county --help   # 新建区县
\`\`\`

地址、名称与联系人均为示例：首先替换 \`environments/delegation.yaml\`。流水线文件按所用平台保留其一：
\`.github/\`、\`.gitlab-ci.yml\` 或 \`.workflow/\`。提交时一并提交 \`package-lock.json\`。

## In English

\`environments/\` describes the clouds, \`policies/\` has rules of our own, \`egov.config.ts\` hands them to egov. The commands
are those above. Addresses, names and contacts are examples: begin with \`environments/delegation.yaml\`. Keep the
pipeline of your forge and remove the others, and commit \`package-lock.json\`.
`;
}
