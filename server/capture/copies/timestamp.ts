import { randomBytes } from "node:crypto";

import { ContentInfo, SignedData } from "@peculiar/asn1-cms";
import { AsnParser, AsnSerializer, OctetString } from "@peculiar/asn1-schema";
import {
  MessageImprint,
  PKIStatus,
  TimeStampReq,
  TimeStampReqVersion,
  TimeStampResp,
  TSTInfo,
} from "@peculiar/asn1-tsp";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";

import type { CallService } from "../../fetch/service-call";

/** What came of asking for a timestamp. The token is the authority's answer in base64. */
export type Stamp =
  { state: "kept"; stampedAt: string; token: string } | { state: "failed"; failure: string };

const sha256Oid = "2.16.840.1.101.3.4.2.1";

/**
 * Has a timestamping authority (RFC 3161) say that it saw a SHA-256, in hex, and checks that the token is about this
 * very hash and answers this very question. Whose signature stands under it is for whoever relies on it to check: the
 * token holds the certificates (`openssl ts -verify`).
 */
export async function stampHash(
  url: string,
  call: CallService,
  hash: string,
  signal: AbortSignal,
): Promise<Stamp> {
  // The first bit is off: the number is positive.
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const answer = await call(
    {
      url,
      method: "POST",
      headers: { "content-type": "application/timestamp-query" },
      body: new Uint8Array(AsnSerializer.serialize(question(hash, nonce))),
    },
    signal,
  );
  if (answer.status !== 200) {
    return { state: "failed", failure: `The timestamp service answered ${answer.status}.` };
  }
  try {
    return readAnswer(answer.body, hash, nonce);
  } catch {
    return { state: "failed", failure: "The timestamp service answered with something else." };
  }
}

function question(hash: string, nonce: Buffer): TimeStampReq {
  return new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: sha256Oid, parameters: null }),
      hashedMessage: new OctetString(Buffer.from(hash, "hex")),
    }),
    nonce: bufferOf(nonce),
    certReq: true,
  });
}

function readAnswer(body: Uint8Array, hash: string, nonce: Buffer): Stamp {
  const { status, timeStampToken } = AsnParser.parse(bufferOf(body), TimeStampResp);
  const isGranted =
    status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods;
  if (!isGranted || timeStampToken === undefined) {
    return { state: "failed", failure: "The timestamp service refused." };
  }
  const token = AsnSerializer.serialize(timeStampToken);
  const { content } = AsnParser.parse(token, ContentInfo);
  const signed = AsnParser.parse(content, SignedData);
  const inner = signed.encapContentInfo.eContent?.single?.buffer;
  if (inner === undefined) throw new Error("The token is empty");
  const info = AsnParser.parse(inner, TSTInfo);
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const isOurs =
    hashAlgorithm.algorithm === sha256Oid &&
    Buffer.from(hashedMessage.buffer).toString("hex") === hash &&
    info.nonce !== undefined &&
    Buffer.from(info.nonce).equals(nonce);
  if (!isOurs) return { state: "failed", failure: "The timestamp is about something else." };
  return {
    state: "kept",
    stampedAt: info.genTime.toISOString(),
    token: Buffer.from(body).toString("base64"),
  };
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
