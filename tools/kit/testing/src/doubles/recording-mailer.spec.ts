import { expect, test } from 'vitest';
import { RecordingMailer } from './recording-mailer.ts';

interface Mail {
  readonly to: string | string[];
  readonly subject: string;
}

test('it keeps what is sent', async () => {
  const mailer = new RecordingMailer<Mail>();
  await mailer.send({ to: 'a@x.test', subject: 'one' });
  await mailer.send({ to: ['a@x.test', 'b@x.test'], subject: 'two' });
  expect(mailer.sent.map(({ subject }) => subject)).toEqual(['one', 'two']);
  expect(mailer.sentTo('a@x.test')).toHaveLength(2);
  expect(mailer.lastTo('b@x.test').subject).toBe('two');
});

test('it says to whom mails went', async () => {
  const mailer = new RecordingMailer<Mail>();
  expect(() => mailer.lastTo('c@x.test')).toThrow('No mail went to c@x.test; mails went to nobody.');
  await mailer.send({ to: 'a@x.test', subject: 'one' });
  expect(() => mailer.lastTo('c@x.test')).toThrow('mails went to a@x.test.');
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
