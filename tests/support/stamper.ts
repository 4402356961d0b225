import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** A timestamping authority (RFC 3161) of openssl, with a certificate of its own. */
export interface Stamper {
  reply(query: Uint8Array): Buffer;
  /** Whether openssl takes the answer for a timestamp over this SHA-256. */
  verify(reply: Uint8Array, sha256: string): boolean;
}

const config = `[req]
distinguished_name = dn
prompt = no
x509_extensions = v3
[dn]
CN = A stamper of tests
[v3]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = tsa1
[tsa1]
serial = serial
signer_cert = cert.pem
signer_key = key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

/** In a folder of its own inside this one. */
export function startStamper(folder: string): Stamper {
  const cwd = path.join(folder, "stamper");
  fs.mkdirSync(cwd, { recursive: true });
  fs.writeFileSync(path.join(cwd, "tsa.cnf"), config);
  fs.writeFileSync(path.join(cwd, "serial"), "01\n");
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd, stdio: "pipe" });
  openssl(
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-config", "tsa.cnf"],
    ...["-keyout", "key.pem", "-out", "cert.pem"],
  );
  return {
    reply(query) {
      fs.writeFileSync(path.join(cwd, "query.tsq"), query);
      openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr");
      return fs.readFileSync(path.join(cwd, "reply.tsr"));
    },
    verify(reply, sha256) {
      fs.writeFileSync(path.join(cwd, "given.tsr"), reply);
      const args = ["ts", "-verify", "-digest", sha256, "-in", "given.tsr", "-CAfile", "cert.pem"];
      return spawnSync("openssl", args, { cwd }).status === 0;
    },
  };
}
