/** "Portfolio and revalidation" → "portfolio-and-revalidation", "LGBTQ+" → "lgbtq". */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
