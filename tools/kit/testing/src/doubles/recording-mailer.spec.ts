import { expect, test } from 'vitest';
import { RecordingMailer } from './recording-mailer.ts';

interface Mail {
  readonly to: string | string[];
  readonly subject: string;
}

test('it keeps sent mails', async () => {
  const mailer = new RecordingMailer<Mail>();
  await mailer.send({ to: 'a@x.test', subject: 'one' });
  await mailer.send({ to: ['a@x.test', 'b@x.test'], subject: 'two' });
  expect(mailer.sent.map(({ subject }) => subject)).toEqual(['one', 'two']);
  expect(mailer.sentTo('a@x.test')).toHaveLength(2);
  expect(mailer.lastTo('b@x.test').subject).toBe('two');
});

test('it reports the receivers of mails', async () => {
  const mailer = new RecordingMailer<Mail>();
  expect(() => mailer.lastTo('c@x.test')).toThrow(
    'No mail was sent to c@x.test; mails were sent to no address.',
  );
  await mailer.send({ to: 'a@x.test', subject: 'one' });
  expect(() => mailer.lastTo('c@x.test')).toThrow('mails were sent to a@x.test.');
});

test('it fails on demand, and then works again', async () => {
  const mailer = new RecordingMailer<Mail>();
  mailer.failNext();
  await expect(mailer.send({ to: 'a@x.test', subject: 'lost' })).rejects.toThrow(
    'the mail server does not answer',
  );
  await mailer.send({ to: 'a@x.test', subject: 'kept' });
  expect(mailer.sent).toHaveLength(1);
});
