import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import * as XLSX from 'xlsx';

const BLOCK = { input: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], value: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], hmacKey: [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6], hmacValue: [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33] };
const SPINS = 1_000;
const SEGMENT = 4_096;

/** A workbook under a password as Excel saves it: agile encryption of MS-OFFCRYPTO 2.3.4.10, AES-256 and SHA-512, in an OLE container. */
export function encryptWorkbook(bytes: Uint8Array, password: string): Uint8Array {
  const [keySalt, passwordSalt, key, verifier, hmacKey] = [randomBytes(16), randomBytes(16), randomBytes(32), randomBytes(16), randomBytes(64)];
  const spun = spin(passwordSalt, password);
  const underPassword = (block: readonly number[], data: Buffer) => encrypt(hash(spun, Buffer.from(block)).subarray(0, 32), passwordSalt, data).toString('base64');
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(bytes.length));
  const packed = Buffer.concat([size, ...segments(bytes).map((part, at) => encrypt(key, hash(keySalt, number(at)).subarray(0, 16), part))]);
  const underKey = (block: readonly number[], data: Buffer) => encrypt(key, hash(keySalt, Buffer.from(block)).subarray(0, 16), data).toString('base64');
  const cipher = 'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const info =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">' +
    `<keyData ${cipher} saltValue="${keySalt.toString('base64')}"/>` +
    `<dataIntegrity encryptedHmacKey="${underKey(BLOCK.hmacKey, hmacKey)}" encryptedHmacValue="${underKey(BLOCK.hmacValue, createHmac('sha512', hmacKey).update(packed).digest())}"/>` +
    `<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${SPINS}" ${cipher} saltValue="${passwordSalt.toString('base64')}"` +
    ` encryptedVerifierHashInput="${underPassword(BLOCK.input, verifier)}" encryptedVerifierHashValue="${underPassword(BLOCK.value, hash(verifier))}" encryptedKeyValue="${underPassword(BLOCK.key, key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, 'EncryptionInfo', Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(info)]));
  XLSX.CFB.utils.cfb_add(container, 'EncryptedPackage', packed);
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer);
}

function spin(salt: Buffer, password: string): Buffer {
  let sum = hash(salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < SPINS; round += 1) sum = hash(number(round), sum);
  return sum;
}

/** In parts of 4,096 bytes, each encrypted by itself, the last filled up to whole blocks. */
function segments(bytes: Uint8Array): Buffer[] {
  const filled = Buffer.alloc(Math.ceil(bytes.length / 16) * 16);
  filled.set(bytes);
  return Array.from({ length: Math.ceil(filled.length / SEGMENT) }, (_, at) => filled.subarray(at * SEGMENT, (at + 1) * SEGMENT));
}

function encrypt(key: Buffer, vector: Buffer, data: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function hash(...parts: readonly Uint8Array[]): Buffer {
  const sum = createHash('sha512');
  for (const part of parts) sum.update(part);
  return sum.digest();
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
