import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../server/fetch/public-address";

describe("isPublicAddress", () => {
  it.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a00:1450::5", "::ffff:8.8.8.8"])(
    "takes %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each(
    `0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.8.8.8 168.63.129.16 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9
    224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:10.0.0.1
    ::ffff:169.254.169.254 ::ffff:0:8.8.8.8 64:ff9b::8.8.8.8 64:ff9b:1::8.8.8.8 100::1 2001::1 2001:1::1 2001:2::1
    2001:10::1 2001:20::1 2001:db8::1 2002:808:808::1 3fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1
    fe80::1%eth0 fec0::1 ff02::1`.split(/\s+/),
  )("refuses %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["", "localhost", "127.1", "2130706433", "0x8080808", "010.8.8.8", "8.8.8.8 ", "8.8.8"])(
    "refuses %j, which is no address",
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );

  it("judges a mapped address by what it maps", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });

  it("refuses IPv6 outside the space that is in use", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(":")[0] || "0", 16);
        fc.pre((first < 0x2000 || first > 0x3fff) && !/ffff/i.test(address));
        expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});
