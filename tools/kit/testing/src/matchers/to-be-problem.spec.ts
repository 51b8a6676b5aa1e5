import { expect, test } from 'vitest';

const notFound = { type: '/problems/not-found', title: 'Not found', status: 404, detail: 'No user 7' };

function problem(body: object, status = 404, type = 'application/problem+json; charset=utf-8'): Response {
  return Response.json(body, { status, headers: { 'content-type': type } });
}

test('it accepts a problem, from fetch and from inject', async () => {
  await expect(problem(notFound)).toBeProblem();
  await expect(problem(notFound)).toBeProblem(404);
  await expect(problem(notFound)).toBeProblem({
    type: '/problems/not-found',
    detail: expect.stringContaining('7'),
  });
  const injected = {
    statusCode: 404,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify(notFound),
  };
  await expect(injected).toBeProblem({ status: 404, title: 'Not found' });
  await expect(Response.json(notFound, { status: 404 })).not.toBeProblem();
});

test('the response can still be read afterwards', async () => {
  const response = problem(notFound);
  await expect(response).toBeProblem();
  expect(await response.json()).toEqual(notFound);
});

test('it lists everything that is wrong', async () => {
  const wrong = problem({ type: 'http://[', status: 400 }, 200, 'application/json');
  await expect(expect(wrong).toBeProblem({ code: 'x' })).rejects.toThrow(
    [
      'expected a problem response, but:',
      '  the status is 200, which is no error',
      '  the media type is "application/json", not application/problem+json',
      '  the body says status 400, the response 200',
      '  type is no URI: "http://["',
      '  title is missing',
      '  code is undefined, not "x"',
    ].join('\n'),
  );
  await expect(expect(new Response('oops', { status: 500 })).toBeProblem()).rejects.toThrow(
    'the body is no JSON object',
  );
});

test('negated, it prints the problem', async () => {
  await expect(expect(problem(notFound)).not.toBeProblem(404)).rejects.toThrow(
    /expected no such problem response, but got 404 .*"No user 7"/,
  );
});
