import { z } from "zod";

// zod tries out `new Function`, which the security policy refuses and reports. Imported before any schema is made.
z.config({ jitless: true });
