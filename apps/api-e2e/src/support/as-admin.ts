import pg from 'pg';

/** Looks or reaches behind the API, past row-level security. */
export async function asAdmin<Result>(
  { adminUrl }: { readonly adminUrl: string },
  work: (admin: pg.Client) => Promise<Result>,
): Promise<Result> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
