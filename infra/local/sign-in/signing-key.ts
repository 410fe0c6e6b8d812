import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

export type SigningKey = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** As published. */
  readonly jwk: JWK;
};

/** Made at the first start and kept, so that tokens outlive a restart. Without a file: for this process only. */
export async function signingKey(file?: string): Promise<SigningKey> {
  const kept = file === undefined ? undefined : readPrivateFile(file);
  const jwk = kept ?? (await newKey());
  if (!isRsaKey(jwk)) throw new Error('The signing key file holds no RSA key: start with --fresh');
  if (file !== undefined && kept === undefined) writePrivateFile(file, jwk);
  const kid = await calculateJwkThumbprint(jwk);
  const open: JWK = { kty: 'RSA', n: jwk.n, e: jwk.e };
  return {
    kid,
    privateKey: await cryptoKey(jwk),
    publicKey: await cryptoKey(open),
    jwk: { ...open, kid, use: 'sig', alg: 'RS256' },
  };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return exportJWK(privateKey);
}

async function cryptoKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('Not an RSA key');
  return key;
}

function isRsaKey(value: unknown): value is JWK & { n: string; e: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kty' in value &&
    value.kty === 'RSA' &&
    'n' in value &&
    'e' in value &&
    'd' in value
  );
}
