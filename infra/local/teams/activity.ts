import { z } from 'zod';

export const attachmentSchema = z.looseObject({ contentType: z.string(), content: z.unknown().optional() });

export const suggestionSchema = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  value: z.unknown().optional(),
});

/** What a bot sends to its connector: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  attachments: z.array(attachmentSchema).optional(),
  attachmentLayout: z.string().optional(),
  suggestedActions: z.looseObject({ actions: z.array(suggestionSchema).optional() }).optional(),
  replyToId: z.string().optional(),
});

export type Activity = z.infer<typeof activitySchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Suggestion = z.infer<typeof suggestionSchema>;
export type Card = { readonly [key: string]: unknown };

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';
export const signInCardType = 'application/vnd.microsoft.card.oauth';

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function cardIn(attachment: Attachment): Card | undefined {
  return attachment.contentType === adaptiveCardType && isRecord(attachment.content)
    ? attachment.content
    : undefined;
}

const signInSchema = z.looseObject({
  text: z.string().optional(),
  connectionName: z.string(),
  tokenExchangeResource: z.looseObject({ id: z.string(), uri: z.string().optional() }).optional(),
});
export type SignInCard = z.infer<typeof signInSchema>;

export function signInIn(content: unknown): SignInCard | undefined {
  const parsed = signInSchema.safeParse(content);
  return parsed.success ? parsed.data : undefined;
}
