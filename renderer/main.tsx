import './app/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { startLiveUpdates } from './api/live-updates';
import { queryClient } from './api/query-client';
import { App } from './app/App';
import { useSession } from './app/session.store';
import { startLanguages } from './i18n';

// The content security policy forbids code made from text, which zod would try for speed.
z.config({ jitless: true });
startLanguages(useSession.getState().language);
startLiveUpdates(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
